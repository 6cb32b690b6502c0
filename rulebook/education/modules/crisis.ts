/** ED-9: what to do at thoughts of suicide. */
import type { EducationModule } from '../education-module.ts'
import { said } from '../patient-text.ts'

export const crisis: EducationModule = {
  id: 'ed-9',
  version: 1,
  title: said('If you are in crisis', 'Si está en crisis'),
  objectives: [
    said('Know whom to call at any hour.', 'Saber a quién llamar a cualquier hora.'),
    said('Know where your safety plan is.', 'Saber dónde está su plan de seguridad.'),
  ],
  sections: [
    {
      id: 'right-now',
      title: said('Right now', 'En este momento'),
      text: said(
        'If you have thoughts of suicide, {crisis}. You can do this at any hour. If you might act on them, or you are in danger, call {emergency} or go to the nearest emergency room. Try not to be alone. You do not have to wait for us.',
        'Si tiene pensamientos de suicidio, puede {crisis}. Puede hacerlo a cualquier hora. Si cree que podría hacerse daño, o está en peligro, llame al {emergency} o vaya a la sala de emergencias más cercana. Trate de no estar solo. No tiene que esperar a que le contestemos.',
      ),
      cites: ['988-lifeline', 'esketamine-label-us', 'judgement'],
      confidence: 'high',
      basis: 'drv',
    },
    {
      id: 'in-spanish',
      title: said('Help in Spanish', 'Ayuda en español'),
      text: said(
        'The 988 line has people who speak Spanish. Call 988 and press 2. Or text AYUDA to 988.',
        'En la línea 988 hay personas que hablan español. Llame al 988 y marque 2. O mande la palabra AYUDA en un mensaje de texto al 988.',
      ),
      concerns: { region: ['US'] },
      cites: ['988-lifeline'],
      confidence: 'high',
      basis: 'src',
    },
    {
      id: 'portal',
      title: said('The portal is not watched all night', 'El portal no se vigila toda la noche'),
      text: said(
        'We read messages in the portal when the clinic is open. Nobody watches it all night. A form or a message to us is not a call for help. In a crisis, {crisis}.',
        'Leemos los mensajes del portal cuando la clínica está abierta. Nadie lo vigila toda la noche. Un formulario o un mensaje para nosotros no es una llamada de auxilio. En una crisis, lo que debe hacer es {crisis}.',
      ),
      cites: ['judgement'],
      confidence: 'high',
      basis: 'drv',
    },
    {
      id: 'safety-plan',
      title: said('Your safety plan', 'Su plan de seguridad'),
      text: said(
        'We write a safety plan with you. It says what warns you, what helps you, whom you can call, and how to make your home safer. It has the clinic’s phone number too. Keep it on your phone and at home. Show it to someone you trust.',
        'Escribimos con usted un plan de seguridad. Dice qué le avisa, qué le ayuda, a quién puede llamar y cómo hacer más segura su casa. También tiene el teléfono de la clínica. Téngalo en su celular y en casa. Muéstreselo a alguien de confianza.',
      ),
      cites: ['judgement'],
      confidence: 'high',
      basis: 'drv',
    },
    {
      id: 'what-ketamine-cannot-do',
      title: said('What this medicine cannot do', 'Lo que este medicamento no puede hacer'),
      text: said(
        'Dark thoughts can come back within hours or days of a dose. Esketamine has not been shown to prevent suicide. In some studies ketamine eased such thoughts for a short time. Neither takes the place of a hospital when you need one. If thoughts get worse after a dose, tell us at once.',
        'Los pensamientos oscuros pueden volver horas o días después de una dosis. No se ha demostrado que la esketamina prevenga el suicidio. En algunos estudios, la ketamina alivió esos pensamientos por poco tiempo. Ninguna reemplaza a un hospital cuando usted lo necesita. Si los pensamientos empeoran después de una dosis, avísenos de inmediato.',
      ),
      cites: ['esketamine-label-us', 'grunebaum-2018', 'abbar-2022'],
      confidence: 'high',
      basis: 'src',
    },
  ],
  questions: [
    {
      id: 'ed-9-tonight',
      asks: said(
        'You have thoughts of suicide tonight. What do you do?',
        'Esta noche tiene pensamientos de suicidio. ¿Qué hace?',
      ),
      answers: [
        { id: 'portal', text: said('Write in the portal and wait', 'Escribir en el portal y esperar') },
        {
          id: 'next-visit',
          text: said('Tell the clinic at my next visit', 'Contarlo en mi próxima visita a la clínica'),
        },
        {
          id: 'crisis-line',
          text: said(
            '{Crisis}. If I am in danger, call {emergency}',
            '{Crisis}. Si estoy en peligro, llamar al {emergency}',
          ),
        },
        { id: 'sleep', text: said('Try to sleep and see tomorrow', 'Tratar de dormir y ver mañana') },
      ],
      right: 'crisis-line',
      explains: said(
        'Please do not wait for us or for the morning. At any hour you can {crisis}. If you are in danger, call {emergency}. You matter to us.',
        'Por favor, no espere a que le contestemos ni a que amanezca. A cualquier hora puede {crisis}. Si está en peligro, llame al {emergency}. Usted nos importa.',
      ),
      safetyCritical: true,
      taughtIn: 'right-now',
    },
    {
      id: 'ed-9-portal',
      asks: said('Is the portal watched all night?', '¿Alguien vigila el portal toda la noche?'),
      answers: [
        { id: 'yes', text: said('Yes, always', 'Sí, siempre') },
        { id: 'no', text: said('No, it is not', 'No, nadie lo vigila') },
        { id: 'urgent-only', text: said('Yes, if I write “urgent”', 'Sí, si escribo “urgente”') },
      ],
      right: 'no',
      explains: said(
        'Nobody reads the portal at night. In a crisis you need a person right away: you can {crisis}.',
        'De noche nadie lee el portal. En una crisis usted necesita hablar con alguien de inmediato: puede {crisis}.',
      ),
      safetyCritical: true,
      taughtIn: 'portal',
    },
  ],
}
