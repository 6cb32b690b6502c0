/** ED-3: the risks of the medicine, dependence above all. */
import type { EducationModule } from '../education-module.ts'
import { said } from '../patient-text.ts'

export const dependence: EducationModule = {
  id: 'ed-3',
  version: 1,
  title: said('Risks, and how dependence can start', 'Los riesgos y cómo puede empezar la dependencia'),
  objectives: [
    said('Say that dependence on ketamine can happen.', 'Decir que sí puede haber dependencia de la ketamina.'),
    said('Name early signs and what to do.', 'Nombrar las primeras señales y qué hacer.'),
  ],
  sections: [
    {
      id: 'it-can-happen',
      title: said('Dependence is real', 'La dependencia es real'),
      text: said(
        'A person can come to depend on ketamine. In one survey, 1,285 people said they had used it in the past year, outside of medical care. About 1 in 6 of them (17%) met that survey’s test for dependence. In the US, ketamine is a controlled drug for this reason.',
        'Una persona puede llegar a depender de la ketamina. En una encuesta, 1,285 personas dijeron que la habían usado en el último año, fuera de la atención médica. Cerca de 1 de cada 6 (17%) cumplía los criterios de dependencia de esa encuesta. Por eso es una sustancia controlada en Estados Unidos.',
      ),
      cites: ['winstock-2012', 'scheduling-1999'],
      confidence: 'high',
      basis: 'src',
    },
    {
      id: 'in-care',
      title: said('What we know about clinics', 'Qué se sabe de las clínicas'),
      text: said(
        'Studies of patients who took each dose with staff present found little craving and little use on the side. Most problems came up where nobody was watching. But few studies followed people for years. So there is much we do not know.',
        'En los estudios con pacientes que recibieron cada dosis con personal presente, hubo pocas ganas fuertes de usar más y poco uso por fuera. La mayoría de los problemas aparecieron donde nadie vigilaba. Pero pocos estudios siguieron a las personas por años. Así que hay mucho que no sabemos.',
      ),
      cites: ['abuse-review-2026', 'van-amsterdam-2022'],
      confidence: 'high',
      basis: 'src',
    },
    {
      id: 'what-structure-does',
      title: said('Why we have so many steps', 'Por qué hay tantos pasos'),
      text: said(
        'We space doses, watch over them, and check in with you. This leaves less room for misuse. It also helps us see a problem early. No study has proved that it prevents dependence. So we need your eyes too.',
        'Espaciamos las dosis, las vigilamos y hablamos con usted seguido. Así hay menos oportunidad de un mal uso. También nos ayuda a ver un problema a tiempo. Ningún estudio ha demostrado que esto evite la dependencia. Por eso también necesitamos que usted esté atento.',
      ),
      cites: ['winstock-2012', 'abuse-review-2026'],
      confidence: 'high',
      basis: 'src',
    },
    {
      id: 'early-signs',
      title: said('Early signs', 'Las primeras señales'),
      text: said(
        'You may need more for the same effect. That is called tolerance. You may think about the next dose a lot. You may want a dose to get away from feelings. You may want doses closer together, or want one when you feel well. If you see any of these, tell us. Do not take extra. We will not blame you.',
        'Puede necesitar más para sentir el mismo efecto. A eso se le llama tolerancia. Puede pensar mucho en la próxima dosis. Puede querer una dosis para escapar de lo que siente. Puede querer dosis más seguidas, o querer una aunque se sienta bien. Si nota algo de esto, avísenos. No tome de más. No lo vamos a juzgar.',
      ),
      cites: ['esketamine-label-us', 'chubbs-2022', 'judgement'],
      confidence: 'high',
      basis: 'drv',
    },
    {
      id: 'higher-risk',
      title: said('Who is at higher risk', 'Quién tiene más riesgo'),
      text: said(
        'The risk is higher for people who have, or once had, a problem with alcohol or drugs. Tell us if this is you. We ask so that we can keep you safe. It can change your plan. We will tell you how and why.',
        'El riesgo es mayor para quienes tienen, o tuvieron, un problema con el alcohol o las drogas. Díganos si es su caso. Lo preguntamos para cuidarlo. Puede cambiar su plan. Le diremos cómo y por qué.',
      ),
      cites: ['cheatle-2019', 'esketamine-label-us'],
      confidence: 'med',
      basis: 'src',
    },
    {
      id: 'body-risks',
      title: said('Risks to the body', 'Riesgos para el cuerpo'),
      text: said(
        'A dose can raise your blood pressure. It can make you sleepy, dizzy, or sick to your stomach. It can slow your breathing, more so with alcohol or drugs that make you sleepy. Used often, it can hurt the bladder or the liver. People who use a lot of it can have trouble with memory.',
        'Una dosis puede subirle la presión. Puede darle sueño, mareo o náuseas. Puede hacer más lenta la respiración, sobre todo con alcohol o con medicamentos que dan sueño. Si se usa seguido, puede dañar la vejiga o el hígado. Quienes usan mucha pueden tener problemas de memoria.',
      ),
      cites: ['esketamine-label-us', 'ketamine-label-us', 'winstock-2012', 'van-amsterdam-2022'],
      confidence: 'med',
      basis: 'src',
    },
  ],
  questions: [
    {
      id: 'ed-3-can-depend',
      asks: said('Can a person come to depend on ketamine?', '¿Puede una persona llegar a depender de la ketamina?'),
      answers: [
        { id: 'no-if-prescribed', text: said('No, not if a doctor prescribes it', 'No, si la receta un médico') },
        { id: 'yes', text: said('Yes, it can happen', 'Sí, puede pasar') },
        {
          id: 'only-high-doses',
          text: said('Only with doses used for surgery', 'Solo con las dosis que se usan en una cirugía'),
        },
      ],
      right: 'yes',
      explains: said(
        'It can happen, even with a medicine from a doctor. Knowing this helps you speak up early.',
        'Sí puede pasar, incluso con un medicamento recetado. Saberlo le ayuda a avisar a tiempo.',
      ),
      safetyCritical: true,
      taughtIn: 'it-can-happen',
    },
    {
      id: 'ed-3-need-more',
      asks: said(
        'You feel that you need more for the same effect. What do you do?',
        'Siente que necesita más para lograr el mismo efecto. ¿Qué hace?',
      ),
      answers: [
        { id: 'wait', text: said('Keep it to myself and see if it passes', 'No digo nada y espero a ver si se pasa') },
        { id: 'take-little-more', text: said('Take a little more next time', 'Tomo un poco más la próxima vez') },
        {
          id: 'tell-clinic',
          text: said('Tell the clinic, and take nothing extra', 'Aviso a la clínica y no tomo nada de más'),
        },
      ],
      right: 'tell-clinic',
      explains: said(
        'Needing more can be an early sign. Tell us and take nothing extra. We will look at it with you.',
        'Necesitar más puede ser una primera señal. Avísenos y no tome nada de más. Lo veremos juntos.',
      ),
      safetyCritical: true,
      taughtIn: 'early-signs',
    },
    {
      id: 'ed-3-who',
      asks: said('Who has a higher risk of dependence?', '¿Quién tiene más riesgo de dependencia?'),
      answers: [
        {
          id: 'substance-problems',
          text: said(
            'People with a past or current problem with alcohol or drugs',
            'Quienes tienen o tuvieron un problema con el alcohol o las drogas',
          ),
        },
        {
          id: 'weak-will',
          text: said('Only people with little willpower', 'Solo quienes tienen poca fuerza de voluntad'),
        },
        { id: 'nobody', text: said('Nobody who comes to a clinic', 'Nadie que venga a una clínica') },
      ],
      right: 'substance-problems',
      explains: said(
        'It is not about willpower. A past or current problem with alcohol or drugs raises the risk. We plan for it with you.',
        'No es cuestión de voluntad. Tener o haber tenido un problema con el alcohol o las drogas sube el riesgo. Lo tomamos en cuenta con usted.',
      ),
      safetyCritical: false,
      taughtIn: 'higher-risk',
    },
    {
      id: 'ed-3-structure',
      asks: said(
        'We watch and space your doses. What does that do?',
        'Vigilamos y espaciamos sus dosis. ¿Para qué sirve?',
      ),
      answers: [
        { id: 'nothing', text: said('It is only for paperwork', 'Es solo por los papeles') },
        {
          id: 'less-room',
          text: said(
            'It helps us see problems early, but it is not a sure guard',
            'Ayuda a ver problemas a tiempo, pero no los evita con seguridad',
          ),
        },
        { id: 'rules-out', text: said('It makes dependence impossible', 'Hace que la dependencia sea imposible') },
      ],
      right: 'less-room',
      explains: said(
        'These steps leave less room for misuse and help us see problems early. No study shows that they prevent dependence.',
        'Estos pasos dejan menos oportunidad de un mal uso y ayudan a ver problemas a tiempo. Ningún estudio muestra que eviten la dependencia.',
      ),
      safetyCritical: false,
      taughtIn: 'what-structure-does',
    },
  ],
}
